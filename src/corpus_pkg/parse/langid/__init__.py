"""What is known of scripts and languages: no stage, but a floor below the stages that ask about language."""
