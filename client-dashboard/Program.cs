Console.WriteLine("dashboard");
