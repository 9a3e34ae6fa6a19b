using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Catalogue;

public sealed class VoteCurveTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Time_runs_to_the_right_and_votes_up_to_the_most() =>
        Assert.Equal("3,57 120,43.5 237,3", Points([At(0, 0), At(12, 20), At(24, 80)]));

    [Fact]
    public void No_votes_at_all_are_a_line_at_the_bottom() => Assert.Equal("3,57 237,57", Points([At(0, 0), At(24, 0)]));

    [Fact]
    public void Counts_of_one_instant_divide_by_nothing() => Assert.Equal("3,3 3,3", Points([At(0, 2), At(0, 2)]));

    private static VoteCount At(int hours, int votes) => new(Noon.AddHours(hours), votes);

    private static string Points(IReadOnlyList<VoteCount> counts) => new VoteCurve(counts).Points(counts);
}
