-- Room for an assessment's pages and sorts: it touches the same indexes for every control. Import needs less.
pragma cache_size = -262144;
