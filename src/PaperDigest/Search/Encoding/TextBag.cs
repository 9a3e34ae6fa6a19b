namespace PaperDigest.Search;

/// <summary>The rows of the encoder's terms in one text, each once with what it counts there. Not to be used by two threads at once.</summary>
internal sealed class TextBag(int rows)
{
    private readonly ushort[] _counts = new ushort[rows];
    private readonly List<int> _rows = [];

    public IReadOnlyList<int> Rows => _rows;

    public void Clear()
    {
        foreach (var row in _rows) _counts[row] = 0;
        _rows.Clear();
    }

    public void Add(int row)
    {
        if (_counts[row]++ == 0) _rows.Add(row);
    }

    /// <summary>1 + ln of the count: a second mention says less than the first.</summary>
    public float Count(int row) => 1 + MathF.Log(_counts[row]);
}
