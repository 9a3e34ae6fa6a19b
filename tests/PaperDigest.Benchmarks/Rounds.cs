namespace PaperDigest.Benchmarks;

/// <summary>Figures of several rounds; the median is what a row shows, with the spread beside it.</summary>
internal sealed class Rounds(string name, string unit)
{
    private readonly List<double> _figures = [];

    public string Name => name;

    public double Median => _figures.Order().ElementAt(_figures.Count / 2);

    public void Add(double figure) => _figures.Add(figure);

    public void Print() => Console.WriteLine($"{name,-52} {Median,12:N0} {unit} ({_figures.Min():N0} to {_figures.Max():N0})");

    /// <summary>Prints how much of <paramref name="other"/> this reaches.</summary>
    public void PrintRatioTo(Rounds other) => Console.WriteLine($"ratio of '{name}' to '{other.Name}': {Median / other.Median:0.00}");
}
