"""A person's part: what they decide, what it comes to, and what they are asked."""
