using System.Text;
using PaperDigest.Sources.HuggingFace;
using static PaperDigest.Tests.Sources.HuggingFace.DailyWrapper;

namespace PaperDigest.Tests.Sources.HuggingFace;

public sealed class RecordedListsTests
{
    [Fact]
    public async Task A_line_holds_the_list_of_its_date() => Assert.Equal(
        ["2026-05-11: 2605.00001", "2026-05-12: 2605.00002 2605.00003"],
        await ReadAsync($"{Line("2026-05-11", Of("2605.00001"))}\n\n{Line("2026-05-12", Of("2605.00002"), Of("2605.00003"))}"));

    [Fact]
    public async Task An_answer_of_the_API_holds_the_lists_of_the_days_on_which_papers_were_submitted() => Assert.Equal(
        ["2026-05-11: 2605.00001", "2026-05-12: 2605.00002", "2026-05-11: 2605.00003"],
        await ReadAsync(Answer(Of("2605.00001", "2026-05-11"), Of("2605.00002"), Of("2605.00003", "2026-05-11"))));

    [Fact]
    public async Task A_byte_order_mark_and_blanks_before_an_array_are_read_over() =>
        Assert.Equal(["2026-05-12: 2605.00001"], await ReadAsync("\uFEFF \r\n " + Answer(Of("2605.00001"))));

    [Fact]
    public async Task A_line_that_makes_no_sense_costs_itself() => Assert.Equal(
        ["! The line is broken JSON, at byte 12.", "! The list has no date.", "! The line is no list of papers.", "2026-05-12: 2605.00001"],
        await ReadAsync($"{{\"date\": \"20\n{Line("yesterday", Of("2605.00009"))}\n7\n{Line("2026-05-12", Of("2605.00001"))}\n"));

    [Fact]
    public async Task What_stands_before_the_break_of_an_array_is_taken()
    {
        var whole = Answer(Of("2605.00001"), Of("2605.00002"));

        var read = await ReadAsync(whole[..^40]);

        Assert.Equal("2026-05-12: 2605.00001", read[0]);
        Assert.Contains("what follows was not read", read[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrapper_of_an_array_that_names_no_day_is_rejected() => Assert.Equal(
        ["! It does not say on which day it was submitted."], await ReadAsync(Answer(Of("2605.00001").With("submittedOnDailyAt", null))));

    [Theory]
    [InlineData("2023-05-03")]
    [InlineData("2026-05-13")]
    public async Task A_date_before_the_first_list_or_after_today_is_rejected(string date) =>
        Assert.Equal(["! Its date is none that Hugging Face can have a list for."], await ReadAsync(Line(date, Of("2605.00001"))));

    [Theory]
    [InlineData("""[{"paper": {}}]""", true)]
    [InlineData(" \n[]", true)]
    [InlineData("""{"date": "2026-05-12", "papers": []}""", true)]
    [InlineData("""{"id": "2605.00001", "abstract": "We read \"papers\"."}""", false)]
    [InlineData("id,title", false)]
    [InlineData("", false)]
    public void Recordings_are_told_from_arXivs_records_by_how_they_begin(string head, bool recorded) =>
        Assert.Equal(recorded, RecordedLists.Recognises(Encoding.UTF8.GetBytes(head)));

    /// <summary>A line for each list, then one for each rejected piece, in order.</summary>
    private static async Task<List<string>> ReadAsync(string file)
    {
        var read = new List<string>();
        await foreach (var list in RecordedLists.Read(file.AsStream(), new DateOnly(2026, 5, 12), TestContext.Current.CancellationToken))
        {
            if (list.Papers.Count > 0) read.Add($"{list.Date:yyyy-MM-dd}: {string.Join(' ', list.Papers.Select(p => p.Id))}");
            read.AddRange(list.Rejected.Select(r => "! " + r.Reason));
        }
        return read;
    }
}
