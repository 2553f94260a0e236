"""Stories: documents about the same event, the source among them, and why."""
