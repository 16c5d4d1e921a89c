// Asks the browser module's snprintf for what it knows, then for what it doesn't: that must end the program.
#include <cstdio>

int main(int count, char**) {
    char out[16];
    std::snprintf(out, sizeof out, "<U+%.4X>", 0x1EU + static_cast<unsigned>(count));
    std::fputs(out, stderr);
    std::fputc('\n', stderr); // what is not ended is not shown
    std::snprintf(out, sizeof out, "%d", count);
    std::fputs("still here\n", stderr);
}
