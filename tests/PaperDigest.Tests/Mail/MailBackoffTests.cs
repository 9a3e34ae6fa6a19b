using PaperDigest.Mail;

namespace PaperDigest.Tests.Mail;

public sealed class MailBackoffTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(8, 128)]
    [InlineData(9, 240)]
    [InlineData(1000, 240)]
    public void The_wait_doubles_up_to_four_hours(int attempt, double minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), MailBackoff.After(attempt, 0.5));

    [Fact]
    public void Jitter_moves_it_by_a_fifth_either_way()
    {
        Assert.Equal(TimeSpan.FromSeconds(48), MailBackoff.After(1, 0));
        Assert.Equal(TimeSpan.FromSeconds(72), MailBackoff.After(1, 1));
    }
}
