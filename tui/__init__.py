"""The reader in the terminal: screens, widgets and keys; it asks the store and shows."""
