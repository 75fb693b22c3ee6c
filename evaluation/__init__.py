"""The exam paper: cases of our own and the scorer; never trained on."""
