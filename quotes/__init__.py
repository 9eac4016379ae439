"""Who said what, extracted from news articles by rules."""
