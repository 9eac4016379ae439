"""Records -> what is shown: Rich renderables, JSON, CSV and Markdown. Nothing here prints."""
