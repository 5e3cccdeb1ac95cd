"""What the GitHub action runs: a check, told in every form that GitHub shows."""
