"""Programs that make or check things around the project; nothing here runs in the product."""
