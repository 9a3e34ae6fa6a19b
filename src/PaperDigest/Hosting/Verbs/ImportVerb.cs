using System.CommandLine;
using System.Diagnostics;
using PaperDigest.Listings;
using PaperDigest.Ranking;

namespace PaperDigest.Hosting.Verbs;

/// <summary><c>import</c>: takes in files, saying of each what it is.</summary>
internal static class ImportVerb
{
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromSeconds(2);

    public static Verb Import()
    {
        var files = new Argument<string[]>("FILE") { Description = "The arXiv snapshot from Kaggle, or Hugging Face's daily papers as JSON; plain or gzipped.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print the reports as JSON." };
        return new Verb(new Command("import", "Take in papers from files; stopped, it goes on where it was.") { files, json }, async call =>
        {
            var reports = new List<ImportReport>();
            foreach (var path in call.Arguments.GetRequiredValue(files)) reports.Add(await ImportAsync(call, path));
            // A curated list orders the days it is of.
            if (reports.Exists(r => r.Format == FileFormat.DailyPapers)) await call.Services.GetRequiredService<DayRanking>().RankAsync(call.Now, call.Cancel);
            if (call.Arguments.GetValue(json)) Console.WriteLine(RunLog.Json(ImportReports.Of(reports)));
            foreach (var report in reports.Where(r => !r.IsDone)) Console.Error.WriteLine(report.Message);
            foreach (var report in reports.Where(r => r.IsDone && !call.Arguments.GetValue(json))) Console.WriteLine(report.Message);
            return reports.TrueForAll(r => r.IsDone) ? 0 : 1;
        });
    }

    private static async Task<ImportReport> ImportAsync(VerbCall call, string path)
    {
        try
        {
            using var file = ImportFile.Open(path);
            if (FileFormats.WhyNot(file.Format) is { } why) return ImportReport.Refused(path, file.Format, why);
            Console.Error.WriteLine($"{file.Name}: {FileFormats.InWords(file.Format)}{(file.IsGzipped ? ", gzipped" : "")}");
            return await call.Services.GetRequiredService<FileImport>().RunAsync(file, Telling(file.Name), call.Cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return ImportReport.Refused(path, FileFormat.Unknown, $"can't be read: {e.Message}");
        }
    }

    /// <summary>Writes how far it is, not more often than every two seconds.</summary>
    private static Action<string> Telling(string name)
    {
        var last = Stopwatch.StartNew();
        return progress =>
        {
            if (last.Elapsed < BetweenProgress) return;
            last.Restart();
            Console.Error.WriteLine($"{name}: {progress}");
        };
    }
}
