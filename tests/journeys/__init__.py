"""Stories in a real browser: what citizens, journalists and staff do, and rules that hold on every page."""
