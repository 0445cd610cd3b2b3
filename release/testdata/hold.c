/* Holds a file open, as Word does, until its standard input ends. */
#include <stdio.h>
#include <windows.h>

int wmain(int count, wchar_t **words)
{
	HANDLE file = CreateFileW(words[1], GENERIC_READ, 0, 0, OPEN_EXISTING, 0, 0);
	puts(file == INVALID_HANDLE_VALUE ? "not there" : "held");
	fflush(stdout);
	while (getchar() != EOF)
		;
	return 0;
}
