"""The second net: does a message report a symptom although no word of it was understood?"""
