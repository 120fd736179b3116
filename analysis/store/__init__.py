"""All SQL of the product: the data folder, the plan, the uploads and the one aggregate that statistics rest on."""
