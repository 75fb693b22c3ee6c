"""What was talked about before, and what a follow-up question means because of it."""
