"""What the screens are made of: widgets get values, show them and post messages; none knows the session."""
