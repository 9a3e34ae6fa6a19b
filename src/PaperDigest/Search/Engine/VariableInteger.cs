using System.Runtime.CompilerServices;

namespace PaperDigest.Search;

/// <summary>Integers of seven bits a byte, the lowest first; the eighth bit says that more follow.</summary>
internal static class VariableInteger
{
    public const int Longest = 5;

    public static int Length(uint value) => value switch { < 1 << 7 => 1, < 1 << 14 => 2, < 1 << 21 => 3, < 1 << 28 => 4, _ => 5 };

    /// <summary>Writes at <paramref name="at"/>, and moves it behind.</summary>
    public static void Write(Span<byte> bytes, ref int at, uint value)
    {
        for (; value >= 0x80; value >>= 7) bytes[at++] = (byte)(value | 0x80);
        bytes[at++] = (byte)value;
    }

    /// <summary>Reads at <paramref name="at"/>, and moves it behind.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint value = bytes[at++];
        if (value < 0x80) return value;
        value &= 0x7f;
        for (var shift = 7; ; shift += 7)
        {
            uint next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }
}
