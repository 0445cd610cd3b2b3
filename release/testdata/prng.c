/* Windows 10 has ProcessPrng in bcryptprimitives.dll, which Go's runtime asks for; wine 8 does not. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
	return SystemFunction036(data, size);
}
