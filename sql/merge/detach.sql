-- The database that was merged is let go again.
detach database other;
