"""What people run by hand or through make: building, printing, measuring, large test data."""
