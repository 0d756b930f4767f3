"""burgerdata."""
