-- The audit that a dry run was about is let go again.
detach database audit;
