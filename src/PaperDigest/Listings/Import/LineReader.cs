namespace PaperDigest.Listings;

/// <summary>
/// The lines of a stream as bytes, without their ends (LF or CRLF), in a buffer that grows to the longest line and no further than
/// <see cref="LongestLine"/>. Of a longer line only the beginning is given.
/// </summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The longest lines of arXiv's snapshot, papers of thousands of authors, are a twentieth of this.</summary>
    public const int LongestLine = 8 << 20;

    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;

    /// <summary>Bytes of the stream up to and including the end of the last line given.</summary>
    public long BytesDone { get; private set; }

    /// <summary>Whether the last line given was cut.</summary>
    public bool WasTooLong { get; private set; }

    /// <summary>Whether the stream ended with the last line given, and before the line's end.</summary>
    public bool WasOpen { get; private set; }

    /// <summary>The next line, valid until the next call; false at the end of the stream. A last line needs no end.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        WasTooLong = false;
        for (var looked = 0; ;)
        {
            var found = _buffer.AsSpan(_start + looked, _end - _start - looked).IndexOf((byte)'\n');
            if (found >= 0)
            {
                line = Take(looked + found, 1);
                return true;
            }
            looked = _end - _start;
            if (looked >= LongestLine)
            {
                line = TakeCut();
                return true;
            }
            if (Fill()) continue;
            WasOpen = true;
            line = Take(looked, 0);
            return looked > 0;
        }
    }

    private ReadOnlySpan<byte> Take(int length, int ending)
    {
        var line = _buffer.AsSpan(_start, length);
        _start += length + ending;
        BytesDone += length + ending;
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    /// <summary>Reads on to the end of a line that is too long, keeping its beginning.</summary>
    private ReadOnlySpan<byte> TakeCut()
    {
        WasTooLong = true;
        var kept = _buffer.AsSpan(_start, LongestLine).ToArray();
        for (var end = -1; end < 0;)
        {
            end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            var passed = end < 0 ? _end - _start : end + 1;
            _start += passed;
            BytesDone += passed;
            if (end < 0 && !Fill()) break;
        }
        return kept;
    }

    /// <summary>Reads more behind what there is; false at the end.</summary>
    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, LongestLine + (1 << 20)));
        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        return count > 0;
    }
}
