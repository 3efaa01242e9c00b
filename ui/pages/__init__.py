"""Pages, one per question a user asks: where the state meets the views."""
