using Npgsql;
using PaperDigest.Hosting.Verbs;

namespace PaperDigest.Tests.Hosting;

public sealed class AnswerTests
{
    [Fact]
    public void A_database_that_went_away_is_a_sentence()
    {
        var lost = new InvalidOperationException("It failed for now.", new NpgsqlException("Failed to connect to 192.0.2.1:5432"));
        Assert.Equal("The database could not be used: Failed to connect to 192.0.2.1:5432", Answer.Why(lost));
    }

    [Fact]
    public void A_fault_of_ours_is_shown_with_all_there_is_to_know() =>
        Assert.Contains(nameof(InvalidOperationException), Answer.Why(new InvalidOperationException("Never.")), StringComparison.Ordinal);
}
