"""A folder of raw texts becomes a versioned, validated data package."""

__version__ = "0.1.0"
