// L0: a program that starts and ends.
int main() { return 0; }
