"""Everything that is true without a window: values, storage, rules, editions and exchange."""
