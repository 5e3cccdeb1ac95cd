"""The written package: its files, how they are staged, and how they are put in place."""
