using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace PaperDigest.Listings;

/// <summary>
/// Rows of a table in PostgreSQL's binary COPY format, encoded ahead of the COPY by another thread than the one that sends them: the
/// server is then fed by a few long writes and waits for nobody. https://www.postgresql.org/docs/15/sql-copy.html
/// </summary>
internal sealed class CopyRows
{
    private const int TextType = 25;
    private const int Null = -1;

    // The signature; no flags, no extension.
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] Trailer = [0xFF, 0xFF];
    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly long FirstTick = new DateTime(2000, 1, 1).Ticks;

    private byte[] _bytes = new byte[1 << 16];
    private int _length;

    /// <summary>Where the next row begins.</summary>
    public int Length => _length;

    /// <summary>Begins a row; as many values must follow.</summary>
    public void Begin(short columns)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), columns);
        _length += 2;
    }

    public void Add(string? text)
    {
        if (text is null) AddNull();
        else AddText(text);
    }

    public void Add(IReadOnlyList<string>? texts)
    {
        if (texts is null)
        {
            AddNull();
            return;
        }
        var start = _length;
        // The length follows when it is known; then dimensions, whether there are nulls, the elements' type.
        WriteInt32(0);
        WriteInt32(texts.Count > 0 ? 1 : 0);
        WriteInt32(0);
        WriteInt32(TextType);
        if (texts.Count > 0)
        {
            WriteInt32(texts.Count);
            WriteInt32(1);
        }
        foreach (var text in texts) AddText(text);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(start), _length - start - 4);
    }

    public void Add(int number)
    {
        WriteInt32(4);
        WriteInt32(number);
    }

    public void Add(bool? value)
    {
        if (value is not { } isTrue)
        {
            AddNull();
            return;
        }
        WriteInt32(1);
        Room(1)[0] = isTrue ? (byte)1 : (byte)0;
        _length++;
    }

    public void Add(DateOnly? day)
    {
        if (day is { } date) Add(date.DayNumber - FirstDay);
        else AddNull();
    }

    public void Add(DateTimeOffset? instant)
    {
        if (instant is not { } at)
        {
            AddNull();
            return;
        }
        WriteInt32(8);
        BinaryPrimitives.WriteInt64BigEndian(Room(8), (at.UtcTicks - FirstTick) / TimeSpan.TicksPerMicrosecond);
        _length += 8;
    }

    /// <summary>Sends the rows in <paramref name="ranges"/> by <paramref name="sql"/>, a COPY of as many columns.</summary>
    public async Task SendAsync(NpgsqlConnection connection, string sql, IReadOnlyList<Range> ranges, CancellationToken cancel)
    {
        await using var copy = await connection.BeginRawBinaryCopyAsync(sql, cancel);
        await copy.WriteAsync(Header, cancel);
        foreach (var range in ranges) await copy.WriteAsync(_bytes.AsMemory(0, _length)[range], cancel);
        await copy.WriteAsync(Trailer, cancel);
    }

    private void AddNull() => WriteInt32(Null);

    private void AddText(string text)
    {
        var room = Room(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[4..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        _length += 4 + length;
    }

    private void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(4), value);
        _length += 4;
    }

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - _length < bytes) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        return _bytes.AsSpan(_length);
    }
}
