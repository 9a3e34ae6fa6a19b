using System.Text;

namespace PaperDigest.Search;

/// <summary>
/// Numbers for strings, from 0 in the order of their coming, in little memory: the letters one after the other in UTF-8 and a
/// table of slots with linear probing, together about 25 bytes for an English word. Whoever shares it between threads locks it.
/// </summary>
internal sealed class StringTable
{
    private const int None = -1;

    /// <summary>A string of <see cref="Tokenizer.LongestWord"/> characters fits, and any arXiv id.</summary>
    private const int LongestBytes = 256;

    private byte[] _letters = new byte[1 << 16];
    private int[] _ends = new int[1 << 12];
    private int[] _slots = Empty(1 << 13);

    public int Count { get; private set; }

    public string this[int number] => Encoding.UTF8.GetString(Bytes(number));

    /// <summary>The bytes in use, for whoever counts the memory.</summary>
    public long Size => _letters.LongLength + (4L * _ends.Length) + (4L * _slots.Length);

    /// <summary>The letters of a string, in UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes(int number)
    {
        var start = number == 0 ? 0 : _ends[number - 1];
        return _letters.AsSpan(start, _ends[number] - start);
    }

    /// <summary>The number of a string; -1 when it has none.</summary>
    public int Find(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[LongestBytes];
        return Encoding.UTF8.TryGetBytes(text, bytes, out var length) ? _slots[SlotOf(bytes[..length])] : None;
    }

    /// <summary>The number of a string, which gets one when it has none.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[LongestBytes];
        return Add(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    public int Add(ReadOnlySpan<byte> bytes)
    {
        var slot = SlotOf(bytes);
        if (_slots[slot] != None) return _slots[slot];
        if (2 * (Count + 1) > _slots.Length)
        {
            Spread();
            slot = SlotOf(bytes);
        }
        var start = Count == 0 ? 0 : _ends[Count - 1];
        if (start + bytes.Length > _letters.Length) Array.Resize(ref _letters, Grown(_letters.Length));
        if (Count == _ends.Length) Array.Resize(ref _ends, Grown(_ends.Length));
        bytes.CopyTo(_letters.AsSpan(start));
        _ends[Count] = start + bytes.Length;
        return _slots[slot] = Count++;
    }

    private void Spread()
    {
        _slots = Empty(2 * _slots.Length);
        for (var n = 0; n < Count; n++) _slots[SlotOf(Bytes(n))] = n;
    }

    /// <summary>The slot of the string, or the empty one where it belongs.</summary>
    private int SlotOf(ReadOnlySpan<byte> bytes)
    {
        var slot = (int)(Hash(bytes) & (uint)(_slots.Length - 1));
        while (_slots[slot] != None && !Bytes(_slots[slot]).SequenceEqual(bytes)) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo 1991), mixed once more because only the low bits count here.</summary>
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var b in bytes) hash = (hash ^ b) * 16777619u;
        return hash ^ (hash >> 15);
    }

    private static int[] Empty(int length)
    {
        var slots = new int[length];
        Array.Fill(slots, None);
        return slots;
    }

    private static int Grown(int length) => length + (length / 2);
}
