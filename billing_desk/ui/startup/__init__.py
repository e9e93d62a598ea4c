"""Before and around the window: language, single instance, troubles of this computer."""
