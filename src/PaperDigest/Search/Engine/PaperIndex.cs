using System.Text;

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

    /// <summary>Changes with whatever a saved index holds, the rules for cutting words among it.</summary>
    private const int Layout = 2;

    private readonly Lock _gate = new();
    private readonly Vocabulary _vocabulary = new();
    private readonly PaperKeys _keys = new();
    private readonly TokenPages _pages = new();
    private readonly PaperWriter _writer;
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

    /// <summary>The newest stamp of any paper.</summary>
    public long NewestStamp { get; private set; }

    /// <summary>Stores a paper in the place of what was stored under its key.</summary>
    public void Add(IndexedPaper paper)
    {
        lock (_gate) Append(paper.Key, paper.Stamp, _writer.Write(paper));
    }

    /// <summary>Takes a paper out; does nothing when there is none of that key.</summary>
    public void Remove(string key)
    {
        lock (_gate)
        {
            if (_keys.Remove(key) is { } paper) MarkRemoved(paper);
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

    /// <summary>The paper of a key; null when there is none.</summary>
    public int? Find(string key)
    {
        lock (_gate) return _keys.PaperOf(key);
    }

    /// <summary>The stamp of the version that is stored under a key; null when there is none.</summary>
    public long? StampOf(string key)
    {
        lock (_gate) return _keys.StampOf(key);
    }

    public string KeyOf(int paper)
    {
        lock (_gate) return _keys.KeyOf(paper);
    }

    /// <summary>All keys with a paper. As many as there are papers.</summary>
    public List<string> Keys()
    {
        lock (_gate) return [.. _keys.All()];
    }

    public QueryWords WordsOf(string query)
    {
        lock (_gate) return QueryWords.Of(query, _vocabulary);
    }

    /// <summary>The word that is meant by one that no paper has; null when there is none near it. Takes some milliseconds.</summary>
    public string? Correct(string unknown)
    {
        var view = _view;
        lock (_gate) return Spelling.Correct(unknown, _vocabulary, word => view.CountOf(_vocabulary.Terms[word]));
    }

    /// <summary>Writes all papers and words, without vectors and postings, which are quickly made again. Searches and additions go on meanwhile.</summary>
    public void Save(Stream file)
    {
        PaperStore papers;
        lock (_gate) papers = Store();
        using var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true);
        writer.Write(Layout);
        _vocabulary.Save(writer);
        var kept = Enumerable.Range(0, papers.Count).Where(p => !papers.IsRemoved(p)).ToList();
        writer.Write(kept.Count);
        foreach (var paper in kept)
        {
            var key = KeyOf(paper);
            writer.Write(key);
            writer.Write(StampOf(key) ?? 0);
            var words = _pages.From(papers.Starts[paper])[..papers.LengthOf(paper)];
            writer.Write(words.Length);
            writer.Write(words);
        }
    }

    /// <summary>The index that was saved, published.</summary>
    /// <exception cref="InvalidDataException">It is of another layout.</exception>
    public static PaperIndex Load(Stream file)
    {
        using var reader = new BinaryReader(file, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadInt32() != Layout) throw new InvalidDataException("It was written by another version of the program.");
        var index = new PaperIndex();
        index._vocabulary.Load(reader);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (key, stamp) = (reader.ReadString(), reader.ReadInt64());
            index.Append(key, stamp, reader.ReadBytes(reader.ReadInt32()));
        }
        index.Publish(CancellationToken.None);
        return index;
    }

    private string WordAt(int word)
    {
        lock (_gate) return _vocabulary[word];
    }

    private PaperStore Store() => new(_pages, _starts, _vocabulary.Terms, [.. _removed], _count);

    private void Append(string key, long stamp, ReadOnlySpan<byte> words)
    {
        if (_keys.Put(key, _count, stamp) is { } older) MarkRemoved(older);
        if (_count == _starts.Length)
        {
            // Views hold the array they were made with; what grows is therefore replaced.
            Array.Resize(ref _starts, 2 * _count);
            Array.Resize(ref _removed, 2 * _count / 64);
        }
        _starts[_count++] = _pages.Append(words);
        NewestStamp = Math.Max(NewestStamp, stamp);
    }

    private void MarkRemoved(int paper) => _removed[paper >> 6] |= 1UL << (paper & 63);
}
