detach database audit;
