namespace PaperDigest.Search;

/// <summary>
/// The catalogue's papers in memory, as search needs them. One thread at a time adds and removes; what it did is seen by searches
/// once it is published. Any number of threads search, each on the <see cref="View"/> it took.
/// </summary>
internal sealed class PaperIndex
{
    /// <summary>Up to so many papers the newest part of the index is built anew with each that comes, in some milliseconds.</summary>
    private const int NewestPart = 2_048;

    /// <summary>Each part costs a look-up for each term; so many are put together to one.</summary>
    private const int MostParts = 16;

    private readonly Lock _gate = new();
    private readonly Vocabulary _vocabulary = new();
    private readonly StringTable _keys = new();
    private readonly TokenPages _pages = new();
    private readonly PaperWriter _writer;
    private int[] _paperOfKey = new int[1024];
    private int[] _keyOfPaper = new int[1024];
    private long[] _starts = new long[1024];
    private ulong[] _removed = new ulong[16];
    private int _count;
    private volatile IndexView _view;

    public PaperIndex()
    {
        _writer = new PaperWriter(_vocabulary);
        _view = new IndexView(Store(), [], 1, null);
    }

    /// <summary>What searches see now.</summary>
    public IndexView View => _view;

    /// <summary>Stores a paper in the place of what was stored under its key.</summary>
    public void Add(IndexedPaper paper)
    {
        lock (_gate)
        {
            var known = _keys.Count;
            var key = _keys.Add(paper.Key);
            if (key < known) Remove(_paperOfKey[key]);
            Grow(key);
            (_paperOfKey[key], _keyOfPaper[_count]) = (_count, key);
            _starts[_count++] = _pages.Append(_writer.Write(paper));
        }
    }

    /// <summary>Takes a paper out; does nothing when there is none of that key.</summary>
    public void Remove(string key)
    {
        lock (_gate)
        {
            if (_keys.Find(key) is var known and >= 0) Remove(_paperOfKey[known]);
        }
    }

    /// <summary>Lets searches see what was added and removed since the last time.</summary>
    public void Publish(CancellationToken cancel)
    {
        PaperStore store;
        lock (_gate) store = Store();
        var (parts, average) = (_view.Parts.ToList(), _view.AverageLength);
        if (parts is [.. var newest] && newest is [.., { Range.Count: < NewestPart }]) parts.RemoveAt(parts.Count - 1);
        if (parts.Count >= MostParts) parts.RemoveRange(1, parts.Count - 1);
        var first = parts is [.., var last] ? last.Range.End : 0;
        if (first < store.Count)
        {
            var (part, length) = new PostingsBuilder(store).Build(new PaperRange(first, store.Count), parts is [] ? null : average, cancel);
            parts.Add(part);
            average = length;
        }
        _view.Meaning?.Extend(store, cancel);
        _view = new IndexView(store, parts, average, _view.Meaning);
    }

    /// <summary>Trains an encoder on the papers that are published; null when they are too few. Takes minutes; others may work meanwhile.</summary>
    public EncoderModel? Train(CancellationToken cancel) => EncoderTraining.Train(_view.Papers, WordAt, cancel);

    /// <summary>Gives the published papers their vectors by a model. To be taken over by <see cref="Adopt"/>; others may work meanwhile.</summary>
    public Meaning Encode(EncoderModel model, CancellationToken cancel)
    {
        Encoder encoder;
        lock (_gate) encoder = Encoder.Of(model, term => _vocabulary.Add(term));
        var meaning = new Meaning(encoder, new VectorPages());
        meaning.Extend(_view.Papers, cancel);
        return meaning;
    }

    /// <summary>Lets searches see by another encoder. Done by the thread that adds.</summary>
    public void Adopt(Meaning meaning, CancellationToken cancel)
    {
        meaning.Extend(_view.Papers, cancel);
        _view = _view with { Meaning = meaning };
    }

    /// <summary>The paper of a key; -1 when there is none.</summary>
    public int Find(string key)
    {
        lock (_gate) return _keys.Find(key) is var known and >= 0 ? _paperOfKey[known] : -1;
    }

    public string KeyOf(int paper)
    {
        lock (_gate) return _keys[_keyOfPaper[paper]];
    }

    public QueryWords WordsOf(string query)
    {
        lock (_gate) return QueryWords.Of(query, _vocabulary);
    }

    private string WordAt(int word)
    {
        lock (_gate) return _vocabulary[word];
    }

    private PaperStore Store() => new(_pages, _starts, _vocabulary.Terms, [.. _removed], _count);

    // Views hold the arrays they were made with; what grows is therefore replaced.
    private void Grow(int key)
    {
        if (key == _paperOfKey.Length) Array.Resize(ref _paperOfKey, 2 * key);
        if (_count < _keyOfPaper.Length) return;
        Array.Resize(ref _keyOfPaper, 2 * _count);
        Array.Resize(ref _starts, 2 * _count);
        Array.Resize(ref _removed, (2 * _count / 64) + 1);
    }

    private void Remove(int paper) => _removed[paper >> 6] |= 1UL << (paper & 63);
}
