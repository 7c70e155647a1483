-- The database that is made again goes away: it need not survive a power cut.
pragma main.synchronous = off;
