using System.Runtime.InteropServices;

namespace PaperDigest.Search;

/// <summary>Runs long computations on a thread of their own that gives way to everything else on the machine.</summary>
internal static class BackgroundThread
{
    private const int Process = 0;
    private const int CallingThread = 0;
    private const int Nicest = 19;

    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            // The runtime leaves Thread.Priority without effect on Linux, where a thread has a niceness of its own.
            if (OperatingSystem.IsLinux()) _ = SetPriority(Process, CallingThread, Nicest);
            try
            {
                done.SetResult(work());
            }
#pragma warning disable CA1031 // Whoever awaits the work gets what it threw.
            catch (Exception e)
#pragma warning restore CA1031
            {
                done.SetException(e);
            }
        }) { IsBackground = true, Priority = ThreadPriority.Lowest }.Start();
        return done.Task;
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}
