"""Custom actions on the Rasa SDK: extras that may fail without harm."""
