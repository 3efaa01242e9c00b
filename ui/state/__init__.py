"""What the window knows and does: QObjects with signals and no widgets."""
