"""The commands, one module each: options, one feature called, one way to write and to fail."""
