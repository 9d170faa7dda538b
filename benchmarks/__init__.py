"""How fast and how large the program is, always beside a yardstick measured in the same minute: ratios travel, milliseconds do not."""
