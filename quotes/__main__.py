"""`python -m quotes` is the command `quotes`."""

from quotes.cli.main import main

if __name__ == "__main__":
    main()
