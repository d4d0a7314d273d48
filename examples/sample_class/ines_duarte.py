"""Inês opened the assignment and handed it in as it was."""
