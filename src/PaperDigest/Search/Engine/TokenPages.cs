namespace PaperDigest.Search;

/// <summary>
/// The words of all papers in their order, about 1.5 bytes each: what nearness, phrases, similar papers and the encoder's training
/// read. One thread appends; what was appended never changes, so that any number may read.
/// </summary>
internal sealed class TokenPages
{
    private const int PageBits = 20;
    private const int PageLength = 1 << PageBits;
    private byte[][] _pages = [new byte[PageLength]];
    private int _count = 1;
    private int _used;

    public long Size => (long)_count * PageLength;

    /// <summary>Stores a paper's words and returns where they begin.</summary>
    public long Append(ReadOnlySpan<byte> words)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(words.Length, PageLength);
        if (_used + words.Length > PageLength) AddPage();
        words.CopyTo(_pages[_count - 1].AsSpan(_used));
        var start = ((long)(_count - 1) << PageBits) + _used;
        _used += words.Length;
        return start;
    }

    /// <summary>The bytes from a paper's beginning on; the paper itself says where it ends.</summary>
    public ReadOnlySpan<byte> From(long start) => _pages[start >> PageBits].AsSpan((int)(start & (PageLength - 1)));

    private void AddPage()
    {
        if (_count == _pages.Length) Array.Resize(ref _pages, 2 * _pages.Length);
        _pages[_count++] = new byte[PageLength];
        _used = 0;
    }
}
