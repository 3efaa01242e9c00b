"""Fields and forms: they show what they are given and say what the user asks for."""
