"""Beyond one machine: adapters to engines that exist. They read, spread, retry and write; what is found is found by the pipeline."""
