"""The panes and boxes that screens are made of."""
